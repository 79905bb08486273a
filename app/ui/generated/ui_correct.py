# From forms/screens/correct.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# A mistyped date or amount.

################################################################################
## Form generated from reading UI file 'correct.ui'
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

from app.ui.widgets.designed_acts import (MomentRow, TallRow)
from app.ui.widgets.designed_rows import (ChoiceRow, DayRow, MoneyRow, TextRow)

class Ui_CorrectForm(object):
    def setupUi(self, CorrectForm):
        if not CorrectForm.objectName():
            CorrectForm.setObjectName(u"CorrectForm")
        self.grid = QGridLayout(CorrectForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.what_row = ChoiceRow(CorrectForm)
        self.what_row.setObjectName(u"what_row")
        self.what_row.setProperty(u"path", u"what")
        self.what_row.setMandatory(True)

        self.grid.addWidget(self.what_row, 0, 0, 1, 2)

        self.amount_row = MoneyRow(CorrectForm)
        self.amount_row.setObjectName(u"amount_row")
        self.amount_row.setProperty(u"path", u"amount")
        self.amount_row.setMandatory(True)

        self.grid.addWidget(self.amount_row, 1, 0, 1, 2)

        self.day_row = DayRow(CorrectForm)
        self.day_row.setObjectName(u"day_row")
        self.day_row.setProperty(u"path", u"day")
        self.day_row.setMandatory(True)

        self.grid.addWidget(self.day_row, 2, 0, 1, 2)

        self.moment_row = MomentRow(CorrectForm)
        self.moment_row.setObjectName(u"moment_row")
        self.moment_row.setProperty(u"path", u"moment")
        self.moment_row.setMandatory(True)

        self.grid.addWidget(self.moment_row, 3, 0, 1, 2)

        self.by_row = TextRow(CorrectForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 4, 0, 1, 1)

        self.reason_row = TallRow(CorrectForm)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setProperty(u"path", u"reason")
        self.reason_row.setMandatory(True)
        self.reason_row.setLimit(1000)
        self.reason_row.setLines(3)

        self.grid.addWidget(self.reason_row, 5, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(CorrectForm)

        QMetaObject.connectSlotsByName(CorrectForm)
    # setupUi

    def retranslateUi(self, CorrectForm):
        self.what_row.setCaption(QCoreApplication.translate("CorrectForm", u"\u66f4\u6b63\u54ea\u4e00\u9879", None))
        self.amount_row.setCaption(QCoreApplication.translate("CorrectForm", u"\u66f4\u6b63\u4e3a\uff08\u5143\uff09", None))
        self.day_row.setCaption(QCoreApplication.translate("CorrectForm", u"\u66f4\u6b63\u4e3a", None))
        self.moment_row.setCaption(QCoreApplication.translate("CorrectForm", u"\u66f4\u6b63\u4e3a", None))
        self.by_row.setCaption(QCoreApplication.translate("CorrectForm", u"\u66f4\u6b63\u4eba", None))
        self.reason_row.setCaption(QCoreApplication.translate("CorrectForm", u"\u66f4\u6b63\u7684\u7406\u7531", None))
        pass
    # retranslateUi
