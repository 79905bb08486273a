# From forms/screens/entrust_mediation.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Mediation given to another body with consent of both sides.

################################################################################
## Form generated from reading UI file 'entrust_mediation.ui'
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

from app.ui.widgets.designed_acts import (TallRow, TickRow)
from app.ui.widgets.designed_rows import (DayRow, PickRow, TextRow)

class Ui_EntrustMediationForm(object):
    def setupUi(self, EntrustMediationForm):
        if not EntrustMediationForm.objectName():
            EntrustMediationForm.setObjectName(u"EntrustMediationForm")
        self.grid = QGridLayout(EntrustMediationForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.to_row = TextRow(EntrustMediationForm)
        self.to_row.setObjectName(u"to_row")
        self.to_row.setProperty(u"path", u"to")
        self.to_row.setMandatory(True)
        self.to_row.setLimit(100)

        self.grid.addWidget(self.to_row, 0, 0, 1, 2)

        self.own_row = TickRow(EntrustMediationForm)
        self.own_row.setObjectName(u"own_row")
        self.own_row.setProperty(u"path", u"own")

        self.grid.addWidget(self.own_row, 1, 0, 1, 2)

        self.agreed_row = PickRow(EntrustMediationForm)
        self.agreed_row.setObjectName(u"agreed_row")
        self.agreed_row.setProperty(u"path", u"agreed")
        self.agreed_row.setMandatory(True)

        self.grid.addWidget(self.agreed_row, 2, 0, 1, 1)

        self.on_row = DayRow(EntrustMediationForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 2, 1, 1, 1)

        self.by_row = TextRow(EntrustMediationForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 3, 0, 1, 1)

        self.note_row = TallRow(EntrustMediationForm)
        self.note_row.setObjectName(u"note_row")
        self.note_row.setProperty(u"path", u"note")
        self.note_row.setLimit(2000)
        self.note_row.setLines(2)

        self.grid.addWidget(self.note_row, 4, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(EntrustMediationForm)

        QMetaObject.connectSlotsByName(EntrustMediationForm)
    # setupUi

    def retranslateUi(self, EntrustMediationForm):
        self.to_row.setCaption(QCoreApplication.translate("EntrustMediationForm", u"\u53d7\u59d4\u6258\u7684\u7ec4\u7ec7", None))
        self.own_row.setCaption(QCoreApplication.translate("EntrustMediationForm", u"\u672c\u5355\u4f4d\u7684\u4eba\u6c11\u8c03\u89e3\u59d4\u5458\u4f1a", None))
        self.own_row.setSentence(QCoreApplication.translate("EntrustMediationForm", u"\u7531\u672c\u5355\u4f4d\u767b\u8bb0\u4e00\u4ef6\u4eba\u6c11\u8c03\u89e3\uff0c\u7ed3\u679c\u81ea\u52a8\u5e26\u56de", None))
        self.agreed_row.setCaption(QCoreApplication.translate("EntrustMediationForm", u"\u540c\u610f\u59d4\u6258\u7684", None))
        self.on_row.setCaption(QCoreApplication.translate("EntrustMediationForm", u"\u59d4\u6258\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("EntrustMediationForm", u"\u7ecf\u529e\u4eba", None))
        self.note_row.setCaption(QCoreApplication.translate("EntrustMediationForm", u"\u8bf4\u660e", None))
        pass
    # retranslateUi
