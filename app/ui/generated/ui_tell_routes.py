# From forms/screens/tell_routes.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Other routes shown to the sides.

################################################################################
## Form generated from reading UI file 'tell_routes.ui'
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

class Ui_TellRoutesForm(object):
    def setupUi(self, TellRoutesForm):
        if not TellRoutesForm.objectName():
            TellRoutesForm.setObjectName(u"TellRoutesForm")
        self.grid = QGridLayout(TellRoutesForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.parties_row = PickRow(TellRoutesForm)
        self.parties_row.setObjectName(u"parties_row")
        self.parties_row.setProperty(u"path", u"parties")
        self.parties_row.setMandatory(True)

        self.grid.addWidget(self.parties_row, 0, 0, 1, 1)

        self.routes_row = PickRow(TellRoutesForm)
        self.routes_row.setObjectName(u"routes_row")
        self.routes_row.setProperty(u"path", u"routes")
        self.routes_row.setMandatory(True)

        self.grid.addWidget(self.routes_row, 0, 1, 1, 1)

        self.on_row = DayRow(TellRoutesForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 1, 0, 1, 1)

        self.method_row = ChoiceRow(TellRoutesForm)
        self.method_row.setObjectName(u"method_row")
        self.method_row.setProperty(u"path", u"method")
        self.method_row.setMandatory(True)

        self.grid.addWidget(self.method_row, 1, 1, 1, 1)

        self.by_row = TextRow(TellRoutesForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 2, 0, 1, 1)

        self.note_row = TallRow(TellRoutesForm)
        self.note_row.setObjectName(u"note_row")
        self.note_row.setProperty(u"path", u"note")
        self.note_row.setLimit(2000)
        self.note_row.setLines(2)

        self.grid.addWidget(self.note_row, 3, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(TellRoutesForm)

        QMetaObject.connectSlotsByName(TellRoutesForm)
    # setupUi

    def retranslateUi(self, TellRoutesForm):
        self.parties_row.setCaption(QCoreApplication.translate("TellRoutesForm", u"\u544a\u77e5\u8c01", None))
        self.routes_row.setCaption(QCoreApplication.translate("TellRoutesForm", u"\u9014\u5f84", None))
        self.on_row.setCaption(QCoreApplication.translate("TellRoutesForm", u"\u544a\u77e5\u65e5\u671f", None))
        self.method_row.setCaption(QCoreApplication.translate("TellRoutesForm", u"\u544a\u77e5\u65b9\u5f0f", None))
        self.by_row.setCaption(QCoreApplication.translate("TellRoutesForm", u"\u544a\u77e5\u4eba", None))
        self.note_row.setCaption(QCoreApplication.translate("TellRoutesForm", u"\u8bf4\u660e", None))
        pass
    # retranslateUi
