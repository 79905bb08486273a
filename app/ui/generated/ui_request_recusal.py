# From forms/screens/request_recusal.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# A party wants mediators to step aside.

################################################################################
## Form generated from reading UI file 'request_recusal.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QGridLayout, QSizePolicy, QWidget)

from app.ui.widgets.designed_acts import TallRow
from app.ui.widgets.designed_rows import (ChoiceRow, DayRow, PickRow, TextRow)

class Ui_RequestRecusalForm(object):
    def setupUi(self, RequestRecusalForm):
        if not RequestRecusalForm.objectName():
            RequestRecusalForm.setObjectName(u"RequestRecusalForm")
        self.grid = QGridLayout(RequestRecusalForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.party_row = ChoiceRow(RequestRecusalForm)
        self.party_row.setObjectName(u"party_row")
        self.party_row.setProperty(u"path", u"party")
        self.party_row.setMandatory(True)

        self.grid.addWidget(self.party_row, 0, 0, 1, 1)

        self.mediators_row = PickRow(RequestRecusalForm)
        self.mediators_row.setObjectName(u"mediators_row")
        self.mediators_row.setProperty(u"path", u"mediators")
        self.mediators_row.setMandatory(True)

        self.grid.addWidget(self.mediators_row, 0, 1, 1, 1)

        self.on_row = DayRow(RequestRecusalForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 1, 0, 1, 1)

        self.by_row = TextRow(RequestRecusalForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 1, 1, 1, 1)

        self.reason_row = TallRow(RequestRecusalForm)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setProperty(u"path", u"reason")
        self.reason_row.setMandatory(True)
        self.reason_row.setLimit(1000)
        self.reason_row.setLines(4)

        self.grid.addWidget(self.reason_row, 2, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(RequestRecusalForm)

        QMetaObject.connectSlotsByName(RequestRecusalForm)
    # setupUi

    def retranslateUi(self, RequestRecusalForm):
        self.party_row.setCaption(QCoreApplication.translate("RequestRecusalForm", u"\u5f53\u4e8b\u4eba", None))
        self.mediators_row.setCaption(QCoreApplication.translate("RequestRecusalForm", u"\u88ab\u7533\u8bf7\u56de\u907f\u7684\u8c03\u89e3\u4eba\u5458", None))
        self.on_row.setCaption(QCoreApplication.translate("RequestRecusalForm", u"\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("RequestRecusalForm", u"\u7ecf\u529e\u4eba", None))
        self.reason_row.setCaption(QCoreApplication.translate("RequestRecusalForm", u"\u7533\u8bf7\u7684\u7406\u7531", None))
        pass
    # retranslateUi
